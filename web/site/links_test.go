package site_test

import (
	"testing"

	"proxynet/web/site"
)

func TestShortLinks(t *testing.T) {
	for in, want := range map[string]string{
		`<a href="#e-axis" data-select="axis"><bdi>the axis</bdi></a>`:         `<a href="#e-axis"><bdi>the axis</bdi></a>`,
		`<a class="at" href="#e-p1" data-select="p1" aria-label="1">`:          `<a class="at" href="#e-p1" aria-label="1">`,
		`<a href="#e-axis" data-select="qaani">`:                               `<a href="#e-axis" data-select="qaani">`,
		`<a href="part/1.html#e-axis" data-select="axis">`:                     `<a href="part/1.html#e-axis" data-select="axis">`,
		`<a href="#e-p1" data-select="p1" data-to="axis" lang="en">x</a>`:      `<a href="#e-p1" data-to="axis" lang="en">x</a>`,
		`<a href="#e-a&amp;b" data-select="a&amp;b">with a sign in its id</a>`: `<a href="#e-a&amp;b">with a sign in its id</a>`,
	} {
		if got := site.ShortLinks(in); got != want {
			t.Errorf("%s is %s; want %s", in, got, want)
		}
	}
}
