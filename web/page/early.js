// Runs before the page is drawn, so that it is laid out for scripts at once and
// nothing jumps. If the scripts then don't arrive or fail, the page is plain
// again.
document.documentElement.dataset.script = 'on';
addEventListener('error', (event) => {
  const missing = event.target instanceof HTMLScriptElement;
  if (missing || !('proxynet' in window)) delete document.documentElement.dataset.script;
}, true);
