package format_test

import (
	"reflect"
	"strings"
	"testing"

	"proxynet/network/file"
)

// TestEveryFieldIsCarried fails when the model gets a field that no network of
// the round trips has: then the formats and the author's file must carry it too.
func TestEveryFieldIsCarried(t *testing.T) {
	met := map[string]bool{}
	for seed := range uint64(2 * seeds) {
		fill(reflect.ValueOf(*randomNetwork(t, seed)), met)
	}
	n, err := file.Load("")
	if err != nil {
		t.Fatal(err)
	}
	fill(reflect.ValueOf(*n), met)
	own, err := file.Load(ferry)
	if err != nil {
		t.Fatal(err)
	}
	fill(reflect.ValueOf(*own), met)
	for field, filled := range met {
		if field == "Network.Translated" {
			continue // of a translation only, which says itself what it is
		}
		// A view state has fields without passages, and the graph carries it whole.
		if !filled && !strings.HasPrefix(field, "Look.") && !strings.HasPrefix(field, "ViewState.") && !strings.HasPrefix(field, "ChainEnds.") {
			t.Errorf("no network here has %s", field)
		}
	}
}

// fill notes which fields of structs have a value.
func fill(v reflect.Value, met map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem(), met)
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i), met)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Tag.Get("json") == "-" { // made by checking quotes, and in no file
				continue
			}
			name := v.Type().Name() + "." + v.Type().Field(i).Name
			met[name] = met[name] || !v.Field(i).IsZero()
			fill(v.Field(i), met)
		}
	}
}
