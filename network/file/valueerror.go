package file

import "proxynet/network/message"

// ValueError is the error for a bad date or address: what is wrong, and what to do.
type ValueError struct{ Problem, Fix message.Message }

func (e *ValueError) Error() string { return e.Message().String() }

// Message returns the error's message.
func (e *ValueError) Message() message.Message { return message.New("%s; %s", e.Problem, e.Fix) }
