// Runs before the page is drawn, so that it is laid out for scripts at once and
// nothing jumps. If the scripts then don't arrive or fail, the page is plain
// again.
{
  const root = document.documentElement;
  root.dataset.script = 'on';
  addEventListener('error', (event) => {
    const missing = event.target instanceof HTMLScriptElement;
    if (missing || !('proxynet' in window)) delete root.dataset.script;
  }, true);

  // A narrow page has the panel as a sheet over its foot, and so has a frame.
  const framed = window.parent !== window;
  const narrow = matchMedia('(width < 45rem)');
  const fold = () => root.toggleAttribute('data-compact', framed || narrow.matches);
  narrow.addEventListener('change', fold);
  fold();
  root.toggleAttribute('data-framed', framed);

  // The theme that a host asks for, before it can speak.
  const theme = /[#&]theme=(light|dark)(&|$)/.exec(location.hash)?.[1];
  if (theme) root.dataset.theme = theme;
}
