//go:build js

package questions

import (
	"encoding/json"
	"syscall/js"

	"proxynet/network/question"
	"proxynet/viz/legend"
	"proxynet/viz/scene"
	"proxynet/viz/svg"
	"proxynet/wasm/stream"
	"proxynet/wasm/yield"
)

// Serve answers the questions of a page, until the page is left. It returns if it can't
// read the network; the host was given the reason.
func Serve(host js.Value) {
	d, err := scene.Read(&stream.Reader{From: host.Get("network")}, yield.Func())
	if err != nil {
		host.Call("fail", err.Error())
		return
	}
	d = d.In(host.Get("language").String())
	host.Call("start", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return string(answer(d, []byte(args[0].String())))
	}))
	select {} // answers come from the page's calls
}

func answer(d *scene.LaidOutNetwork, asked []byte) []byte {
	var q struct {
		Ask    string          `json:"ask"`
		Layout string          `json:"layout"`
		State  json.RawMessage `json:"state"`
		Width  float64         `json:"width"`
		Height float64         `json:"height"`
		Credit string          `json:"credit"`
		Legend legend.Words    `json:"legend"`
	}
	if err := json.Unmarshal(asked, &q); err != nil || q.Ask != "picture" && q.Ask != "sheet" {
		return question.Answer(d.Network, asked)
	}
	draw := func(s scene.State) (string, error) { return svg.Show(d, q.Layout, s) }
	if q.Ask == "sheet" {
		draw = func(s scene.State) (string, error) {
			return svg.Sheet(d, q.Layout, s, q.Width, q.Height, svg.Notes{Legend: q.Legend, Credit: q.Credit})
		}
	}
	var a any
	if drawn, err := picture(q.State, draw); err != nil {
		a = question.Failure{Error: err.Error()}
	} else {
		a = struct {
			SVG string `json:"svg"`
		}{drawn}
	}
	data, err := json.Marshal(a)
	if err != nil {
		panic("questions: " + err.Error())
	}
	return data
}

func picture(data []byte, draw func(scene.State) (string, error)) (string, error) {
	state, err := scene.DecodeState(data)
	if err != nil {
		return "", err
	}
	return draw(state)
}
