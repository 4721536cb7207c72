package web

import "embed"

// Assets holds the scripts and styles that the page asks for, to be served
// from Page.Assets. It names each file, so that no test is shipped.
//
//go:embed page/preload.js page/app.js page/dom.js page/gesturehint.js page/idle.js page/scriptdata.js page/lean.js page/scroll.js page/page.css page/print.css page/styles.css
//go:embed evidence/evidence.js evidence/complete.js evidence/missing.js evidence/evidence.css search/index.js
//go:embed language/format.js language/translate.js language/switch.js language/language.css
//go:embed state/address.js state/declaration.js state/kind.js state/listeners.js state/store.js
//go:embed ask/ask.js ask/actions.js ask/chain.js ask/fields.js ask/measure.js ask/program.js ask/rest.js ask/startworker.js ask/questionworker.js ask/nopage.js ask/format.js ask/without.js ask/ask.css
//go:embed still/still.js still/cable.js still/emphasis.js still/camera.js still/fingers.js still/still.css
//go:embed zoom/zoom.js zoom/zoom.css keys/keys.js keys/means.js keys/keys.css
//go:embed panel/panel.js panel/rovingfocus.js panel/bottomsheet.js panel/panel.css
//go:embed story/story.js story/story.css
//go:embed time/time.js time/axis.js time/time.css
//go:embed export/export.js export/export.css
//go:embed search/search.js search/fold.js search/search.css
//go:embed embed/loader.js embed/element.js embed/size.js embed/address.js embed/dom.js embed/words.js embed/attribute.js embed/livepool.js embed/styles.js embed/sandbox.js embed/observers.js embed/channel.js embed/frame.js embed/height.js embed/message.js embed/linked.js embed/passages.js embed/print.js embed/reading.js embed/bar.js embed/claims.js embed/color.js embed/tokens.js embed/applytokens.js
//go:embed anchor/signs.js anchor/fold.js anchor/letters.js anchor/paragraphs.js anchor/words.js anchor/confusable.js anchor/align.js anchor/resemble.js anchor/host.js
//go:embed anchor/context.js anchor/anchor.js anchor/text.js anchor/find.js anchor/paint.js
//go:embed share/share.js share/picture.js share/snippet.js share/published.js share/share.css
//go:embed collection/collection.css
//go:embed legend/legend.js legend/legend.css legal/legal.js
//go:embed viewer/viewer.js viewer/goprogram.js viewer/inputshim.js viewer/gesturehandling.js viewer/layout.js viewer/layoutworker.js viewer/refine.js viewer/load.js viewer/framescheduler.js viewer/geometry.js viewer/contextloss.js viewer/crash.js viewer/pixelratio.js viewer/theme.js
var Assets embed.FS

// Demo holds article pages that embed the shipped network, with their styles:
// one as a newspaper would make it, one that is ugly on purpose.
//
//go:embed demo/article.html demo/article.css demo/ugly.html demo/ugly.css
var Demo embed.FS
