//go:build js

package main

import (
	"encoding/json"
	"fmt"
	"syscall/js"

	"proxynet/viz"
	"proxynet/viz/scene"
	"proxynet/wasm/yield"
)

// viewer is the page's interface to the game.
type viewer struct {
	game    *viz.Game
	page    page
	refined *refined
}

// object returns the viewer as a JavaScript object. A function returns an error message
// for invalid input, otherwise null.
func (v viewer) object() map[string]any {
	call := func(f func(args []js.Value) any) js.Func {
		return js.FuncOf(func(_ js.Value, args []js.Value) any { return f(args) })
	}
	set := func(f func(js.Value) error) js.Func {
		return call(func(args []js.Value) any {
			if err := f(args[0]); err != nil {
				return err.Error()
			}
			return nil
		})
	}
	return map[string]any{
		"setState": set(v.setState),
		"setTheme": set(v.setTheme),
		"setArea":  call(v.setArea),
		"setStill": call(func(args []js.Value) any {
			still := args[0].Bool()
			v.game.Change(func(s *scene.Scene) { s.SetStill(still) })
			return nil
		}),
		"settle": call(func([]js.Value) any {
			v.game.Change((*scene.Scene).Settle)
			return nil
		}),
		"setOver": call(func(args []js.Value) any {
			v.game.SetOver(args[0].Bool())
			return nil
		}),
		"positions": call(func([]js.Value) any {
			data, err := json.Marshal(v.game.Positions())
			if err != nil {
				panic("wasm: " + err.Error())
			}
			return string(data)
		}),
		"panZoom": call(func(args []js.Value) any {
			v.game.PanZoom(args[0].Float(), args[1].Float(), args[2].Float())
			return nil
		}),
		"frames":    call(func([]js.Value) any { return v.game.Frames() }),
		"draft":     call(func([]js.Value) any { return v.draft() }),
		"setPlaces": call(v.setPlaces),
	}
}

func (v viewer) setState(value js.Value) error {
	state, err := scene.DecodeState([]byte(value.String()))
	if err != nil {
		return err
	}
	var q *scene.Question
	v.game.Change(func(s *scene.Scene) { q = s.Ask(state) })
	if q != nil {
		go func() {
			q.Answer(yield.Func())
			v.game.Change(func(s *scene.Scene) { s.Reply(q) })
			v.page.Wake()
		}()
	}
	return nil
}

func (v viewer) setTheme(value js.Value) error {
	var set map[scene.Paint]string
	if err := json.Unmarshal([]byte(value.String()), &set); err != nil {
		return fmt.Errorf("decode theme: %w", err)
	}
	v.game.SetTheme(scene.NewTheme(false, set))
	return nil
}

func (v viewer) setArea(args []js.Value) any {
	area, visible := areaOf(args)
	v.game.Change(func(s *scene.Scene) { s.SetArea(area, visible) })
	return nil
}

// areaOf returns the area of the picture from x, y, width and height, and its uncovered
// part from four more.
func areaOf(sides []js.Value) (area, visible scene.Rect) {
	rect := func(a []js.Value) scene.Rect {
		return scene.Rect{X: a[0].Float(), Y: a[1].Float(), W: a[2].Float(), H: a[3].Float()}
	}
	return rect(sides), rect(sides[4:])
}
