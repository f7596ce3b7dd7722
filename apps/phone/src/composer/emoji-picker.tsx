import { type ReactNode, useState } from 'react';
import { t } from '../texts/texts.ts';

const sets: { name: 'smileys' | 'gestures' | 'objects'; face: string; emojis: string }[] = [
  {
    name: 'smileys',
    face: '😀',
    emojis:
      '😀 😃 😄 😁 😆 😅 🤣 😂 🙂 🙃 😉 😊 😇 🥰 😍 🤩 😘 😋 😛 😜 🤪 🤗 🤭 🤫 🤔 🤐 😐 😑 😶 😏 😒 🙄 😬 😌 😔 😪 😴 😷 🤒 🤢 🤧 🥵 🥶 🥴 😵 🤯 🤠 🥳 😎 🤓 😕 😟 🙁 😮 😯 😲 😳 🥺 😨 😰 😥 😢 😭 😱 😖 😣 😞 😓 😩 😫 🥱 😤 😡 😠 🤬 😈 💀 💩 🤡 👻 👽 🤖',
  },
  {
    name: 'gestures',
    face: '👍',
    emojis:
      '👍 👎 👌 🤌 ✌️ 🤞 🤟 🤘 🤙 👈 👉 👆 👇 ☝️ 👋 🤚 🖐️ ✋ 👏 🙌 👐 🤲 🤝 🙏 ✍️ 💪 👀 👁️ 👅 👄 💋 ❤️ 🧡 💛 💚 💙 💜 🖤 🤍 💔 💕 💞 💓 💗 💖 💯 💢 💥 💫 🙋 🙆 🙅 🤷 🤦 👨‍💻 👩‍💼 👶 👵 👴',
  },
  {
    name: 'objects',
    face: '☕',
    emojis:
      '☕ 🧉 🍞 🥐 🧀 🍕 🍔 🍟 🌮 🍣 🍰 🍫 🍺 🍻 🥂 🍎 🍌 🥑 ⚽ 🏀 🎉 🎁 🎈 🎵 🎧 📱 💻 🖨️ 📷 📺 🔋 💡 📚 📝 📎 📌 📅 ✂️ 🔑 🔒 🔧 💰 💳 🧾 🛒 📦 🚚 🚗 🛵 ✈️ 🏠 🏢 🏥 ☀️ 🌧️ ⛈️ 🌈 🔥 💧 🌻 🌳 🐶 🐱 ⏰ ⏳ ✅ ❌ ⚠️ ❓ ❗ 🆗 🔝',
  },
];

export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }): ReactNode {
  const [chosen, setChosen] = useState(0);
  const set = sets[chosen];
  return (
    <div className="emojis">
      <div className="emoji-tabs" role="tablist" aria-label={t.emoji}>
        {sets.map(({ name, face }, at) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={at === chosen}
            aria-label={t[name]}
            onClick={() => setChosen(at)}
          >
            {face}
          </button>
        ))}
      </div>
      <div className="emoji-grid" role="tabpanel">
        {set?.emojis.split(' ').map((emoji) => (
          <button key={emoji} type="button" aria-label={emoji} onClick={() => onPick(emoji)}>
            {emoji}
          </button>
        ))}
      </div>
    </div>
  );
}
