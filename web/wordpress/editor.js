// The block in WordPress's editor: fields for the page's address, its title and what is
// shown first, above the picture. The post itself holds only these values.
{
  const wp = /** @type {any} */ (Reflect.get(window, 'wp'));
  const { createElement: e, Fragment } = wp.element;
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { PanelBody, TextControl, SelectControl } = wp.components;
  const { decodeEntities } = wp.htmlEntities; // WordPress saves the “&” of an author as “&amp;”

  /** The folder of the network's page, or '' if the address is none. @param {string} src */
  const folder = (src) => (/^https:\/\/[^/@]+\//.test(src) ? src.replace(/[?#].*$/, '').replace(/[^/]*$/, '') : '');

  wp.blocks.registerBlockType('proxynet/network', {
    /** @param {{attributes: Record<string, string>, setAttributes: (changed: Record<string, string>) => void}} block */
    edit({ attributes, setAttributes }) {
      /** @param {string} value @param {string} name */
      const set = (value, name) => setAttributes({ [name]: value });
      /** @param {string} name @param {string} label @param {string} help */
      const field = (name, label, help) => e(TextControl, { label, help, value: attributes[name], onChange: (/** @type {string} */ value) => set(value.trim(), name), key: name });
      const address = folder(attributes.src);
      return e(Fragment, null,
        e(InspectorControls, null, e(PanelBody, { title: 'What it shows first' },
          field('select', 'Selected', 'The id of a node or a relation, such as quds-force'),
          field('focus', 'Focus', 'The id of a node to show with its relations'),
          field('step', 'Step of the story', 'The id of a step'),
          field('as-of', 'Date', 'Such as 2019 or 2019-06'),
          field('lang', 'Language', 'Such as en, fa or ar'),
          e(SelectControl, {
            label: 'Theme', value: attributes.theme, key: 'theme', onChange: (/** @type {string} */ value) => set(value, 'theme'),
            options: [['', 'As the page'], ['light', 'Light'], ['dark', 'Dark'], ['auto', 'The reader’s choice']].map(([value, label]) => ({ value, label })),
          }))),
        e('div', useBlockProps(),
          e(TextControl, { label: 'Address of the network’s page', type: 'url', value: attributes.src, onChange: (/** @type {string} */ value) => set(value, 'src'), placeholder: 'https://example.org/network/' }),
          e(TextControl, { label: 'Title', value: decodeEntities(attributes.title), onChange: (/** @type {string} */ value) => set(value, 'title') }),
          address ? e('img', { src: `${address}figure.png`, width: 390, alt: '', style: { maxWidth: '100%', height: 'auto' } }) : null));
    },
    save: () => null, // made by the server, see proxynet.php
  });
}
