// Package viz draws a scene with Ebiten and feeds it what the pointers do. It
// holds no logic of its own about networks: what is visible and where is
// decided in package scene.
//
// Its words:
//
//   - mesh: triangles for one draw call.
//   - mask: a text as an image of its coverage, to be tinted when drawn.
//   - host: the page around the canvas.
//   - rest: when nothing changes nothing runs, until the host wakes the game.
package viz
