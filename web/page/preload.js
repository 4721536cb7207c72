// Runs before the page is drawn, so that the page has its layout for scripts at once.
// If the scripts are not loaded or fail, the page returns to its plain layout.
{
  const root = document.documentElement;
  root.dataset.script = 'on';
  addEventListener('error', (event) => {
    const missing = event.target instanceof HTMLScriptElement;
    if (missing || !('proxynet' in window)) {
      delete root.dataset.script;
      delete root.dataset.entry;
    }
  }, true);

  // In a page too narrow for picture and panel side by side, or in a frame, the panel is a
  // bottom sheet.
  const framed = window.parent !== window;
  const narrow = matchMedia('(width < 60rem)');
  const setCompact = () => root.toggleAttribute('data-compact', framed || narrow.matches);
  narrow.addEventListener('change', setCompact);
  setCompact();
  root.toggleAttribute('data-framed', framed);

  // The panel keeps the place of an entry that the address names, until app.js shows it.
  const entry = /[#&](step|select)=/.exec(location.hash)?.[1];
  if (entry && (!framed || entry === 'step')) root.dataset.entry = '';

  // The theme that the host sets, before its first message.
  const theme = /[#&]theme=(light|dark)(&|$)/.exec(location.hash)?.[1];
  if (theme) root.dataset.theme = theme;
  // The host allows no more than the picture; see attribute.js in web/embed.
  if (/[#&]mode=picture(&|$)/.test(location.hash)) root.dataset.mode = 'picture';
}
