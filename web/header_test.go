package web_test

import (
	"os"
	"strings"
	"testing"

	"proxynet/web"
)

// TestHostsSendTheSameHeaders checks that hosts are configured to send the headers of
// the project's server.
func TestHostsSendTheSameHeaders(t *testing.T) {
	for _, name := range []string{"embed/hosts/nginx.conf", "embed/hosts/Caddyfile"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range web.Headers {
			if want := h.Name + ` "` + h.Value + `"`; !strings.Contains(string(data), want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
	}
}

// The page contains its policy, for hosts that send none.
func TestPageHasPolicy(t *testing.T) {
	_, page := shipped(t)
	if !strings.Contains(string(page), web.Headers[0].Value) {
		t.Errorf("the page lacks the policy %s", web.Headers[0].Value)
	}
}
