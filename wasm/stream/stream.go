//go:build js

// Package stream reads the streams of a browser.
package stream

import (
	"errors"
	"io"
	"syscall/js"
)

// Reader reads a ReadableStreamDefaultReader of bytes as they arrive.
type Reader struct {
	From  js.Value
	piece js.Value // Uint8Array that arrived last
	at    int      // of its bytes, those read
	end   int      // its length
}

// Read implements [io.Reader]. It lets the browser run until bytes arrive.
func (r *Reader) Read(p []byte) (int, error) {
	for r.at == r.end {
		next, err := wait(r.From.Call("read"))
		if err != nil {
			return 0, err
		}
		if next.Get("done").Bool() {
			return 0, io.EOF
		}
		r.piece = next.Get("value")
		r.at, r.end = 0, r.piece.Length()
	}
	n := js.CopyBytesToGo(p, r.piece.Call("subarray", r.at))
	r.at += n
	return n, nil
}

// wait returns the result of a promise.
func wait(promise js.Value) (js.Value, error) {
	type outcome struct {
		value js.Value
		err   error
	}
	settled := make(chan outcome, 1)
	resolve := js.FuncOf(func(_ js.Value, args []js.Value) any {
		settled <- outcome{value: args[0]}
		return nil
	})
	defer resolve.Release()
	reject := js.FuncOf(func(_ js.Value, args []js.Value) any {
		settled <- outcome{err: errors.New(args[0].Call("toString").String())}
		return nil
	})
	defer reject.Release()
	promise.Call("then", resolve, reject)
	o := <-settled
	return o.value, o.err
}
