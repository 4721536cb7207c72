// Package legend makes the legend of a picture: for each sign that the picture has, a
// swatch and its meaning. Renderers draw it with the picture, so that it is in files too.
//
// Its words:
//
//   - swatch: a small picture of a sign, drawn as the picture of a small network by the
//     same code, so that the two can't differ.
//   - parts: what of a picture is explained.
//   - band: the legend set in columns, beneath a picture.
package legend
