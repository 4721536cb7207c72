package file

import (
	"net/url"
	"regexp"
	"strings"

	"proxynet/network/message"
	"proxynet/network/visible"
)

var writeAddress = message.New("write it like https://example.org/network/")

// Address returns a web address that pages may link to, in the form that browsers use.
// It must be http or https and name no user, since a password would be published. The
// error is a [*ValueError].
func Address(address string) (string, error) {
	u, err := parseAddress(address)
	if err != nil {
		return "", err
	}
	return u.String(), nil
}

// PageAddress is [Address] for a page of the site, to which a fragment will be added.
func PageAddress(address string) (string, error) {
	u, err := parseAddress(address)
	switch {
	case err != nil:
		return "", err
	case strings.Contains(address, "#"):
		return "", &ValueError{message.New("bad address %s: it has a fragment", visible.Show(address)), message.New("leave out what begins with #")}
	}
	return u.String(), nil
}

// SiteAddress is [PageAddress] for the folder of a site, to which the names of its
// files will be added.
func SiteAddress(address string) (string, error) {
	u, err := parseAddress(address)
	switch {
	case err != nil:
		return "", err
	case strings.ContainsAny(address, "?#"), !strings.HasSuffix(u.Path, "/"):
		return "", &ValueError{message.New("%s is not the address of a site", visible.Show(address)), writeAddress}
	}
	return u.String(), nil
}

func parseAddress(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	switch {
	case strings.Contains(address, "@") && (err != nil || u.User != nil):
		// Without the address, which may hold a password.
		return nil, &ValueError{message.New("the address contains a user name, which everybody could read"), message.New("leave out what is before the @")}
	case err != nil:
		return nil, &ValueError{message.New("bad address %s", visible.Show(address)), writeAddress}
	case u.Scheme != "https" && u.Scheme != "http", u.Hostname() == "":
		return nil, &ValueError{message.New("bad address %s: it must begin with https:// or http:// and a host", visible.Show(address)), writeAddress}
	case !hostName.MatchString(u.Hostname()) && !strings.HasPrefix(u.Host, "["):
		return nil, &ValueError{message.New("bad address %s: its host can't be one", visible.Show(address)), writeAddress}
	}
	return u, nil
}

// hostName matches a name or an address of IPv4; names may have letters of any
// script.
var hostName = regexp.MustCompile(`^[\p{L}\p{M}\p{N}_-]+(\.[\p{L}\p{M}\p{N}_-]+)*\.?$`)
