package projection

import (
	"reflect"

	"github.com/pledgesim/pledgesim/scenario"
)

// inside changes a response, or else the first one inside its wrappers to which
// the change applies, and gives a copy with that one replaced. ok is false if it
// applies to none. Of ByMember it is the response of everyone else.
func inside(r scenario.Response, change func(scenario.Response) (scenario.Response, bool)) (changed scenario.Response, ok bool) {
	if r == nil {
		return nil, false
	}
	if changed, ok := change(pointed(r)); ok {
		return changed, true
	}
	var inner scenario.Response
	field := "Response"
	switch w := pointed(r).(type) {
	case scenario.Plan:
		inner, field = w.Then, "Then"
	case scenario.Wavering:
		inner, field = w.Keep, "Keep"
	case scenario.ByMember:
		inner, field = w.Else, "Else"
	case scenario.Wrapper:
		if v := reflect.ValueOf(w); v.Kind() == reflect.Pointer && v.IsNil() {
			return nil, false
		}
		inner = w.Unwrap()
	}
	if inner, ok = inside(inner, change); !ok {
		return nil, false
	}
	return with(r, field, inner)
}

// ofOne gives a scenario in which everyone responds as one member does. It is the
// same for that member; of what is wrong with its name the run tells.
func ofOne(d *scenario.Dataset, s scenario.Scenario, member string) (scenario.Scenario, error) {
	if err := s.CheckNesting(); err != nil || d == nil {
		return s, err
	}
	m, err := d.Member(member)
	if err != nil {
		return s, nil
	}
	own := func(r scenario.Response) (scenario.Response, bool) {
		by, ok := r.(scenario.ByMember)
		r = by.Response(m.Code)
		return r, ok && r != nil // Validate finds a nil
	}
	err = named(d, s)
	for r, ok := inside(s.Reaction(), own); ok; r, ok = inside(r, own) {
		s.Response = r
	}
	return s, err
}

// pointed gives what a pointer to a part of a scenario points to, if that is one of
// its kind too, so that &Ramp{} is known as a Ramp.
func pointed[Part any](r Part) Part {
	v := reflect.ValueOf(r)
	if v.Kind() != reflect.Pointer || v.IsNil() {
		return r
	}
	if p, ok := v.Elem().Interface().(Part); ok {
		return p
	}
	return r
}

// with gives a copy of a response, a struct or a pointer to one, with one field
// replaced.
func with(r scenario.Response, field string, inner scenario.Response) (scenario.Response, bool) {
	v := reflect.ValueOf(r)
	whole := v
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if v.Kind() != reflect.Struct {
		return nil, false
	}
	f, ok := v.Type().FieldByName(field)
	if !ok || len(f.Index) > 1 || !f.IsExported() || !reflect.TypeOf(inner).AssignableTo(f.Type) {
		return nil, false
	}
	copied := reflect.New(v.Type())
	copied.Elem().Set(v)
	copied.Elem().FieldByIndex(f.Index).Set(reflect.ValueOf(inner))
	if whole.Kind() != reflect.Pointer {
		copied = copied.Elem()
	}
	changed, ok := copied.Interface().(scenario.Response)
	return changed, ok
}
