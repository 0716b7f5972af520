package projection

import "sync/atomic"

// A rescue carries a panic of code that the caller gave, such as a response of its own,
// from a worker over to the goroutine that called, where it can be recovered. What is
// panicked with stays the same.
type rescue struct{ fault atomic.Pointer[any] }

// catch is deferred by each worker. It tells the others to stop.
func (r *rescue) catch(stop func()) {
	if fault := recover(); fault != nil {
		r.fault.CompareAndSwap(nil, &fault)
		stop()
	}
}

// throw panics as the first worker did that panicked, if any. No worker may be left.
func (r *rescue) throw() {
	if fault := r.fault.Load(); fault != nil {
		panic(*fault)
	}
}
