package publish_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"proxynet/network"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
	"proxynet/web"
	"proxynet/web/site/publish"
	"proxynet/web/test/bench/scalefree"
)

func TestLayoutsAreKept(t *testing.T) {
	dir := t.TempDir()
	n := scalefree.New(scalefree.Settings{Nodes: 8, Links: 1, Sourced: true})
	made := 0
	get := func(program string, n *network.Network) *scene.LaidOutNetwork {
		t.Helper()
		d, err := publish.KeepLayouts(dir, program, n, func() (*scene.LaidOutNetwork, error) {
			made++
			return compose.Compose(n, web.PictureLanguages()...)
		})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	want := get("a", n)
	changed := *n
	changed.Title = "Another title"
	if got := get("a", &changed); made != 1 || got.Network != &changed || !reflect.DeepEqual(got.Layouts, want.Layouts) {
		t.Errorf("arranged %d times; a title moves nothing", made)
	}
	if get("b", n); made != 2 {
		t.Error("another program took the layouts")
	}
	renamed := *n
	renamed.Nodes = append([]network.Node(nil), n.Nodes...)
	renamed.Nodes[0].Label = "A name of another length"
	if get("a", &renamed); made != 3 {
		t.Error("a network with another name took the layouts")
	}
	damaged, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(damaged) != 3 {
		t.Fatal(damaged, err)
	}
	for _, name := range damaged {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		data[len(data)/2] ^= 1
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := get("a", n); made != 4 || !reflect.DeepEqual(got.Layouts, want.Layouts) {
		t.Error("a damaged file was used")
	}
	failure := errors.New("no room")
	_, err = publish.KeepLayouts(t.TempDir(), "a", n, func() (*scene.LaidOutNetwork, error) { return nil, failure })
	if !errors.Is(err, failure) {
		t.Errorf("got %v, want %v", err, failure)
	}
}
