package scenario

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/pledgesim/pledgesim/scenario/internal/jsontree"
	"github.com/pledgesim/pledgesim/scenario/internal/layout"
)

// seriesForm is how a Series stands in a file: a number for each year, or an object
// where there is more to say of it.
type seriesForm struct {
	layout.Number
	figure layout.Object // the object
}

func byYear(n layout.Number) seriesForm {
	return seriesForm{n, layout.Object{Model: layout.Of[Observation]("a figure", "A figure with its origin.",
		layout.Field{Key: n.In, Form: n, Need: true, Doc: n.Noun, Name: "Value"},
		layout.Field{Key: "status", Form: layout.Choice{"observed", "estimated", "projected"}, Doc: "whether it was observed, estimated or projected; left out: observed"},
		layout.Field{Key: "edition", Form: layout.Text{}, Doc: "where it was printed"},
	)}}
}

// Read takes an object by year.
func (f seriesForm) Read(r *layout.Reader, n *jsontree.Node, v reflect.Value, at string) {
	if n.Kind != jsontree.Object {
		r.Unlike(n, at, `an object by year, such as {"2030": …}`)
		return
	}
	var obs []Observation
	for _, m := range n.Members {
		var o Observation
		var ok bool
		if o.Year, ok = parseYear(m.Key); !ok {
			r.KeyFault(n, m, at, "is not a calendar year of four digits", ErrInvalid)
		}
		into, year := reflect.ValueOf(&o).Elem(), fmt.Sprintf("%s[%d]", at, o.Year)
		switch m.Value.Kind {
		case jsontree.Null:
			r.Fault(m.Value, at, "is null: leave out a year without a figure", ErrInvalid)
		case jsontree.Object:
			f.figure.Read(r, m.Value, into, year)
		default:
			f.Number.Read(r, m.Value, into.FieldByName("Value"), year)
		}
		obs = append(obs, o)
	}
	if s, err := SeriesOf(obs...); err == nil || !r.Spoilt(at) {
		v.Set(reflect.ValueOf(s))
	}
}

// Write gives an object by year.
func (f seriesForm) Write(w *layout.Writer, v reflect.Value, at string) *jsontree.Node {
	n := jsontree.NewObject()
	for o := range seriesIn(v).Observations() {
		year, path := strconv.Itoa(o.Year), fmt.Sprintf("%s[%d]", at, o.Year)
		if _, ok := parseYear(year); !ok {
			w.Refuse(path, nil, "cannot be written: its year does not have four digits")
		}
		if value := reflect.ValueOf(o); o.Status == Observed && o.Edition == "" {
			n.Set(year, f.Number.Write(w, value.FieldByName("Value"), path))
		} else {
			n.Set(year, f.figure.Write(w, value, path))
		}
	}
	return n
}

func seriesIn(v reflect.Value) Series {
	s, _ := v.Interface().(Series)
	return s
}

// Compare gives the years that differ.
func (f seriesForm) Compare(c *layout.Comparer, a, b reflect.Value, at string) {
	x, y := seriesIn(a), seriesIn(b)
	differ := func(o Observation, other Series) bool {
		same, ok := other.Observe(o.Year)
		return !ok || same != o
	}
	years := map[int]bool{}
	for o := range x.Observations() {
		years[o.Year] = differ(o, y)
	}
	for o := range y.Observations() {
		years[o.Year] = differ(o, x)
	}
	var left, right []string
	for _, year := range sortedKeys(years) {
		if years[year] {
			left, right = append(left, f.word(x, year)), append(right, f.word(y, year))
		}
	}
	if left != nil {
		c.Differ(at, strings.Join(left, ", "), strings.Join(right, ", "))
	}
}

// word gives the figure of a year in words: "1.5% in 2026 (estimated, weo-2026-04)".
func (f seriesForm) word(s Series, year int) string {
	o, ok := s.Observe(year)
	if !ok {
		return fmt.Sprintf("none in %d", year)
	}
	text := fmt.Sprintf("%s in %d", f.Number.Words(reflect.ValueOf(o.Value)), year)
	origin := o.Edition
	if o.Status != Observed {
		origin = strings.TrimSuffix(o.Status.String()+", "+origin, ", ")
	}
	if origin != "" {
		text += " (" + origin + ")"
	}
	return text
}

// Words gives all figures.
func (f seriesForm) Words(v reflect.Value) string {
	s := seriesIn(v)
	var all []string
	for o := range s.Observations() {
		all = append(all, f.word(s, o.Year))
	}
	if all == nil {
		return "no figures"
	}
	return strings.Join(all, ", ")
}

// Schema describes an object by year.
func (f seriesForm) Schema() *jsontree.Node {
	return layout.Keys("type", "object", "propertyNames", layout.Keys("pattern", "^[1-9][0-9]{3}$"),
		"additionalProperties", layout.Keys("anyOf", jsontree.NewArray(f.Number.Schema(), f.figure.Schema())))
}
