package columnar_test

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"proxynet/network"
	"proxynet/network/columnar"
	"proxynet/web/test/bench/scalefree"
)

// filled returns a value in which every field that JSON has is set: numbers and texts
// count up from *k.
func filled(t reflect.Type, k *int) reflect.Value {
	v := reflect.New(t).Elem()
	*k++
	switch t.Kind() {
	case reflect.Pointer:
		v.Set(filled(t.Elem(), k).Addr())
	case reflect.String:
		v.SetString(strings.Repeat("é", *k%3) + string(rune('a'+*k%26)))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(*k))
	case reflect.Slice:
		v.Set(reflect.Append(v, filled(t.Elem(), k), filled(t.Elem(), k)))
	case reflect.Map:
		v.Set(reflect.MakeMap(t))
		v.SetMapIndex(filled(t.Key(), k), filled(t.Elem(), k))
	case reflect.Struct:
		for i := range t.NumField() {
			if f := t.Field(i); f.Tag.Get("json") != "-" {
				v.Field(i).Set(filled(f.Type, k))
			}
		}
	case reflect.Float64:
		v.SetFloat(float64(*k))
	default:
		panic(t.String())
	}
	return v
}

// asJSON returns a network after encoding to JSON and decoding.
func asJSON(t testing.TB, n *network.Network) *network.Network {
	t.Helper()
	data, err := network.Encode(n)
	if err != nil {
		t.Fatal(err)
	}
	read, err := network.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func encode(t testing.TB, f *columnar.File) []byte {
	t.Helper()
	data, err := columnar.Encode(f)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func files() map[string]*columnar.File {
	k := 0
	every := filled(reflect.TypeFor[network.Network](), &k).Interface().(network.Network)
	every.Format = network.FormatVersion
	empty := network.Network{Format: network.FormatVersion, Nodes: []network.Node{}, Relations: []network.Relation{{}}}
	return map[string]*columnar.File{
		"every field": {Network: &every, More: json.RawMessage(`{"a":[1]}`), Dots: []float64{1.5, -2.001, 0, 300}},
		"empty":       {Network: &empty, Dots: []float64{1.0 / 3, 2}},
		"sourced":     {Network: scalefree.New(scalefree.Settings{Nodes: 5000, Links: 2, Sourced: true})},
		"unsourced":   {Network: scalefree.New(scalefree.Settings{Nodes: 100, Links: 2})},
	}
}

func TestReadMatchesJSON(t *testing.T) {
	for name, f := range files() {
		t.Run(name, func(t *testing.T) {
			data := encode(t, f)
			pauses := 0
			got, err := columnar.Read(iotest.OneByteReader(bytes.NewReader(data)), func() { pauses++ })
			if err != nil {
				t.Fatal(err)
			}
			if want := asJSON(t, f.Network); !reflect.DeepEqual(got.Network, want) {
				t.Errorf("got %+v, want %+v", got.Network, want)
			}
			if string(got.More) != string(f.More) || !reflect.DeepEqual(got.Dots, f.Dots) {
				t.Errorf("got more %s and dots %v", got.More, got.Dots)
			}
			if pauses < len(f.Network.Nodes)/4096 {
				t.Errorf("%d pauses", pauses)
			}
		})
	}
}

func TestEncodeIsSmallerThanJSON(t *testing.T) {
	n := scalefree.New(scalefree.Settings{Nodes: 5000, Links: 2})
	whole, err := json.Marshal(n)
	if err != nil {
		t.Fatal(err)
	}
	if data := encode(t, &columnar.File{Network: n}); 5*len(data) > len(whole) {
		t.Errorf("%d bytes, and JSON %d", len(data), len(whole))
	}
}

func TestReadReportsBadFiles(t *testing.T) {
	whole := string(encode(t, files()["unsourced"]))
	at := func(i int, b byte) string { return whole[:i] + string([]byte{b}) + whole[i+1:] }
	cases := map[string]struct{ data, want string }{
		"nothing":         {"", "not a network's file"},
		"JSON":            {`{"format":1}`, "not a network's file"},
		"a page":          {"<!doctype html>", "not a network's file"},
		"sent as text":    {strings.Replace(whole, "\r\n", "\n", 1), "not a network's file"},
		"a signature":     {whole[:4], "cut off"},
		"no sections":     {whole[:9], "cut off"},
		"without its end": {whole[:len(whole)-6], "cut off"},
		"half":            {whole[:len(whole)/2], "cut off"},
		"another version": {at(8, 9), "version 9"},
		"a changed byte":  {at(len(whole)/2, whole[len(whole)/2]^1), "damaged"},
		"too many rows":   {head(`{"network":{"format":1},"nodes":2000000}`), "2000000 nodes, and this program reads up to 1048576"},
		"rows missing":    {head(`{"network":{"format":1},"nodes":2}`) + "E\x00\x00\x00\x00\x00", "rows are missing"},
		"another format":  {head(`{"network":{"format":7}}`), "format 7"},
		"no network":      {head(`{}`), "no network"},
		"unknown section": {head(`{"network":{"format":1}}`) + "X\x00\x00\x00\x00\x00", "unknown"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := columnar.Read(strings.NewReader(c.data), nil)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
	_, err := columnar.Read(io.MultiReader(strings.NewReader(whole[:50]), iotest.ErrReader(io.ErrClosedPipe)), nil)
	if err == nil || !strings.Contains(err.Error(), io.ErrClosedPipe.Error()) {
		t.Errorf("a broken connection: %v", err)
	}
}

// head returns the start of a file with a head of the given content.
func head(content string) string { return "\x89pxnet\r\n\x01" + columnar.Section('H', content) }

// FuzzRead checks that any bytes, and any content of a section with the right checksum,
// are read or refused without a panic.
func FuzzRead(f *testing.F) {
	for name, file := range files() {
		if name != "sourced" {
			f.Add(encode(f, file), byte(0))
		}
	}
	f.Add([]byte("\x02\x01\x02\x03"), byte('N'))
	f.Fuzz(func(t *testing.T, data []byte, kind byte) {
		if kind != 0 {
			data = []byte(head(`{"network":{"format":1},"nodes":3,"relations":3,"passages":3,"dots":6}`) + columnar.Section('S', "\x03\x01\x01\x02abcd") + columnar.Section(kind, string(data)))
		}
		file, err := columnar.Read(bytes.NewReader(data), nil)
		if err != nil {
			return
		}
		again, err := columnar.Encode(file)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := columnar.Read(bytes.NewReader(again), nil); err != nil || !reflect.DeepEqual(asJSON(t, got.Network), asJSON(t, file.Network)) {
			t.Errorf("after writing it again: %v", err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data, err := columnar.Encode(&columnar.File{Network: scalefree.New(scalefree.Settings{Nodes: 100_000, Links: 2})})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := columnar.Read(bytes.NewReader(data), nil); err != nil {
			b.Fatal(err)
		}
	}
}
