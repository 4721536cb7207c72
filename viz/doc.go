// Package viz draws a scene with Ebiten and passes pointer input to it. It
// contains no logic about networks: what is visible and where is
// decided in package scene.
//
// Its words:
//
//   - mesh: triangles for one draw call.
//   - label: a text set in one line, as an image of its coverage to be tinted when drawn.
//   - page: an image with many labels.
//   - host: the page around the canvas.
//   - rest: when nothing changes nothing runs, until the host wakes the game.
package viz
