import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './styles/base.css';
import './styles/people.css';
import './styles/chat.css';
import './styles/bubble.css';
import './styles/content.css';
import './styles/composer.css';
import './styles/log.css';
import { language } from './texts/texts.ts';

const root = document.getElementById('root');
if (root) {
  document.documentElement.lang = language;
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
