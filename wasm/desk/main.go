//go:build js

package main

import (
	"errors"
	"runtime/debug"
	"syscall/js"

	"proxynet/web/desk"
	"proxynet/web/desk/service"
)

// gcPercent trades memory for speed: collection blocks the worker's only thread.
const gcPercent = 400

func main() {
	debug.SetGCPercent(gcPercent)
	worker := js.Global()
	services := &service.Desk{}
	engine := &desk.Engine{Services: services.Services()}
	worker.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		answer(worker, engine, services, args[0].Get("data"))
		return nil
	}))
	worker.Call("postMessage", map[string]any{"ready": true})
	select {} // messages call onmessage
}

// answer passes a message to the engine and posts the result.
func answer(worker js.Value, engine *desk.Engine, programs *service.Desk, asked js.Value) {
	object, parse, bytes := worker.Get("Object"), worker.Get("JSON"), worker.Get("Uint8Array")
	reply := object.New()
	reply.Set("id", asked.Get("id"))
	if language := asked.Get("language"); language.Type() == js.TypeString {
		engine.Speak(language.String())
	}
	if asked.Get("op").String() == "programs" {
		if err := programs.Programs(filesOf(asked.Get("args").Get("files"))); err != nil {
			reply.Set("error", err.Error())
		} else {
			reply.Set("result", object.New())
		}
		worker.Call("postMessage", reply)
		return
	}
	args := object.Call("assign", object.New(), asked.Get("args"))
	var data []byte
	if given := args.Get("bytes"); given.InstanceOf(bytes) {
		data = bytesOf(given)
		args.Delete("bytes")
	}
	result, attached, err := engine.Do(asked.Get("op").String(), []byte(parse.Call("stringify", args).String()), data)
	transfer := worker.Get("Array").New()
	var fatal *desk.Fatal
	switch {
	case errors.As(err, &fatal):
		reply.Set("fatal", err.Error())
	case err != nil:
		reply.Set("error", err.Error())
	default:
		answered := parse.Call("parse", string(result))
		if attached != nil {
			out := bytes.New(len(attached))
			js.CopyBytesToJS(out, attached)
			answered.Set("bytes", out)
			transfer.Call("push", out.Get("buffer"))
		}
		reply.Set("result", answered)
	}
	worker.Call("postMessage", reply, transfer)
}

func bytesOf(array js.Value) []byte {
	data := make([]byte, array.Length())
	js.CopyBytesToGo(data, array)
	return data
}

// filesOf returns the arrays of bytes in an object, by their names.
func filesOf(object js.Value) map[string][]byte {
	files := map[string][]byte{}
	if object.Type() != js.TypeObject {
		return files
	}
	names := js.Global().Get("Object").Call("keys", object)
	for i := range names.Length() {
		name := names.Index(i).String()
		if array := object.Get(name); array.InstanceOf(js.Global().Get("Uint8Array")) {
			files[name] = bytesOf(array)
		}
	}
	return files
}
