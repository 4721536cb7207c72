//go:build js

package main

import (
	"encoding/json"
	"io"
	"runtime/debug"
	"syscall/js"

	"proxynet/viz"
	"proxynet/viz/scene"
	"proxynet/wasm/questions"
	"proxynet/wasm/stream"
	"proxynet/wasm/yield"
)

func main() {
	if host := js.Global().Get("proxynetQuestions"); host.Truthy() {
		debug.SetGCPercent(50) // see memory
		questions.Serve(host)
		return
	}
	postpone()
	host := js.Global().Get("proxynetHost")
	if err := run(host); err != nil {
		host.Call("fail", err.Error())
	}
}

// run shows the graph until it fails.
func run(host js.Value) error {
	m := new(memory)
	s, err := open(host, m)
	if err != nil {
		return err
	}
	yield.Now()
	p := page{host, m}
	game := viz.NewGame(s, p, newTypesetter(host.Get("font").String()))
	v := viewer{game, p, new(refined)}
	if err := v.setTheme(host.Get("theme")); err != nil {
		return err
	}
	yield.Now()
	host.Call("start", v.object())
	return game.Run()
}

// open makes the scene from the host's data. It yields to the browser between its steps.
func open(host js.Value, m *memory) (*scene.Scene, error) {
	yield.Now() // the start of the program has taken a while
	d, err := scene.Read(&file{Reader: &stream.Reader{From: host.Get("network")}, memory: m}, yield.Func())
	if err != nil {
		return nil, err
	}
	yield.Now()
	area, visible := areaOf(values(host.Get("area")))
	s, err := scene.Open(d.In(host.Get("language").String()), scene.LayoutFor(area), scene.Defaults(), yield.Func())
	if err != nil {
		return nil, err
	}
	yield.Now()
	state, err := scene.DecodeState([]byte(host.Get("state").String()))
	if err != nil {
		return nil, err
	}
	s.SetStill(host.Get("still").Bool())
	if q := s.Ask(state); q != nil {
		q.Answer(yield.Func())
		s.Reply(q)
	}
	s.SetArea(area, visible)
	s.Prepare(yield.Func())
	return s, nil
}

// file reads the file with the drawing. It yields to the browser before it reports the
// end.
type file struct {
	io.Reader
	memory *memory
	read   int
}

func (f *file) Read(p []byte) (int, error) {
	n, err := f.Reader.Read(p)
	f.read += n
	f.memory.grow(f.read)
	if err == io.EOF {
		yield.Now()
	}
	return n, err
}

// values returns the elements of an array.
func values(array js.Value) []js.Value {
	all := make([]js.Value, array.Length())
	for i := range all {
		all[i] = array.Index(i)
	}
	return all
}

// page is the host as the game sees it.
type page struct {
	host   js.Value
	memory *memory
}

func (p page) Dispatch(a scene.Action) {
	data, err := json.Marshal(a)
	if err != nil {
		panic("wasm: " + err.Error())
	}
	p.host.Call("dispatch", string(data))
}

func (p page) Rest() {
	p.memory.settle()
	p.host.Call("rest")
}

// Wake asks the page to let the game run, because something has changed.
func (p page) Wake() { p.host.Call("wake") }
