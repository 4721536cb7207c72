package intake

import (
	"syscall/js"

	"proxynet/network/message"
)

// named returns the decoder of an encoding by a name that web pages use, and the
// encoding's own name; nil if there is none. Browsers have the tables.
func named(label string) (_ decoder, name string) {
	defer func() {
		recover() // from the exception for an unknown label
	}()
	d := browserDecoder{js.Global().Get("TextDecoder").New(label)}
	name = d.Get("encoding").String()
	return d, name
}

type browserDecoder struct{ js.Value }

func (d browserDecoder) Bytes(data []byte) (text []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = message.Errorf("the browser can't decode it: %v", r)
		}
	}()
	array := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(array, data)
	return []byte(d.Call("decode", array).String()), nil
}
