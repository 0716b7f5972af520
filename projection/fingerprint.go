package projection

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"reflect"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// fingerprint tells simulations apart: by edition, members, central paths, the
// parameters of the scenario, and the first block of draws of each member. It is
// worked out once.
func (s *simulation) fingerprint() ([]byte, error) { return s.print() }

func (s *simulation) newFingerprint() ([]byte, error) {
	h := sha256.New()
	o := s.options
	fmt.Fprintln(h, s.central.Dataset.Edition, s.central.Dataset.Money, s.scenario, o.Base, o.To, o.Seed, o.Antithetic, o.Control)
	for _, part := range []any{s.scenario.Pledge, s.scenario.Growth, s.scenario.Reaction()} {
		(&parameterWriter{Writer: h}).write(reflect.ValueOf(part), 0)
	}
	w, common := s.newProjector(), scenario.NewStreams(o.Seed, 0, o.Antithetic)
	for i, p := range s.central.paths {
		m := &s.members[i]
		fmt.Fprintln(h, m.member.Code, m.threshold, m.deadline)
		for year := o.Base; year <= o.To; year++ {
			share, _ := p.track.Share(year)
			money, _ := p.track.Spending(year)
			fmt.Fprintf(h, "%x %x\n", share, money)
		}
		streams := common.Of(m.member.Code)
		// Without draws asked for, what happens in them is no error.
		err := w.project(context.Background(), m, streams, func(_ int, shares, spending []float64) {
			row := make([]byte, 0, 16*len(shares))
			for j, v := range shares {
				row = binary.LittleEndian.AppendUint64(row, math.Float64bits(v))
				row = binary.LittleEndian.AppendUint64(row, math.Float64bits(spending[j]))
			}
			h.Write(row)
		}, 0, 0)
		if err != nil {
			return nil, err
		}
		streams.Release()
	}
	return h.Sum(nil), nil
}

// How far parameters are looked into, so that a rule of the caller's own that points
// to itself has an end: a part of a scenario inside another is a struct, a map, what
// the map holds, and that is an interface.
const (
	deepest        = 4*scenario.MaxNesting + 10
	mostParameters = 1_000_000
)

// A parameterWriter writes what a value consists of, in the same order in every
// process: no addresses, and maps by key.
type parameterWriter struct {
	io.Writer
	written int
}

func (w *parameterWriter) write(v reflect.Value, depth int) {
	if w.written++; !v.IsValid() || depth > deepest || w.written > mostParameters {
		fmt.Fprint(w, "nil;")
		return
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		w.write(v.Elem(), depth+1)
	case reflect.Struct:
		fmt.Fprint(w, v.Type(), "{")
		for i := range v.NumField() {
			w.write(v.Field(i), depth+1)
		}
		fmt.Fprint(w, "}")
	case reflect.Slice, reflect.Array:
		fmt.Fprint(w, v.Len(), "[")
		for i := range v.Len() {
			w.write(v.Index(i), depth+1)
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
		for _, key := range keys {
			fmt.Fprint(w, key, ":")
			w.write(v.MapIndex(key), depth+1)
		}
	case reflect.Float64, reflect.Float32:
		fmt.Fprintf(w, "%x;", v.Float())
	case reflect.Func, reflect.Chan, reflect.UnsafePointer:
		fmt.Fprint(w, v.Type(), ";") // what it does shows in the draws only
	default:
		fmt.Fprint(w, v, ";")
	}
}
