package message_test

import (
	"errors"
	"fmt"
	"testing"

	"proxynet/network/message"
)

func TestString(t *testing.T) {
	for _, test := range []struct {
		message message.Message
		want    string
	}{
		{message.New("it is empty"), "it is empty"},
		{message.New("%q has more than %d characters", "label", 9), `"label" has more than 9 characters`},
		{message.New("%s; %s", message.New("it has no %q", "id"), message.New("add one")), `it has no "id"; add one`},
		{message.New("write one of: %s", message.Strings([]string{"a", "b"})), "write one of: a, b"},
		{message.New("unknown %s", message.Either{message.New("node"), "event", "step"}), "unknown node, event or step"},
		{message.New("these refer to it:\n  %s", message.Lines{1, 2}), "these refer to it:\n  1\n  2"},
		{message.New("100 %% of it"), "100 % of it"},
		{message.None.Or(message.New("take it out")), "take it out"},
	} {
		if got := test.message.String(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestOf(t *testing.T) {
	cause := errors.New("cause")
	err := fmt.Errorf("network.yaml: %w", message.Errorf("it cannot be read: %w", cause))
	if got := message.Of(err).String(); got != "it cannot be read: cause" || !errors.Is(err, cause) {
		t.Errorf("got %q of %v", got, err)
	}
	if m := message.Of(cause); !m.IsNone() {
		t.Errorf("got %q of an error without a message", m)
	}
}
