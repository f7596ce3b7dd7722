/** What stands where the panel would be, when its files are missing. */
export const notBuilt = `<!doctype html>
<html lang="pt-BR">
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Balcão</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; }
  code { padding: 0.1em 0.4em; border-radius: 0.3em; background: light-dark(#eee, #333); }
</style>
<h1>O painel ainda não foi construído</h1>
<p>O servidor está no ar, mas faltam os arquivos do painel. Na pasta do projeto, rode <code>npm start</code>: ele constrói o painel e liga tudo.</p>
<p lang="en">The server is running, but the files of the panel are missing. Run <code>npm start</code> in the project's folder: it builds the panel and starts everything.</p>
</html>
`;
