package scenario_test

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"reflect"
	"time"

	"github.com/pledgesim/pledgesim/scenario"
)

// allModels are all pledges, growth paths and responses of the package, which a test
// compares with its source.
func allModels() map[reflect.Type][]any {
	return map[reflect.Type][]any{
		reflect.TypeFor[scenario.Pledge](): {scenario.Target{}, scenario.Steps{}, scenario.Except{}},
		reflect.TypeFor[scenario.GrowthPath](): {
			scenario.Constant(0), scenario.Historic{}, scenario.Table{}, scenario.Shift{}, scenario.Shock{},
			scenario.Nominal{}, scenario.AR1{}, scenario.Bootstrap{}, scenario.Downturn{},
		},
		reflect.TypeFor[scenario.Response](): {
			scenario.Hold{}, scenario.Jump{}, scenario.Trend{}, scenario.Drift{}, scenario.Budget{}, scenario.Ramp{},
			scenario.Peers{}, scenario.Plan{}, scenario.ByMember{}, scenario.Capped{}, scenario.Floor{}, scenario.UpTo{},
			scenario.Delayed{}, scenario.Partial{}, scenario.Shocked{}, scenario.Wavering{}, scenario.Slipped{},
		},
	}
}

// arbitrary makes scenarios out of random numbers, every field of every model in any
// combination that Validate accepts. The first numbers come from data, so that a fuzzer
// that changes it changes the scenarios little by little.
type arbitrary struct {
	*rand.Rand
	models map[reflect.Type][]any
}

type dataSource struct {
	data []byte
	rest *rand.PCG
}

func (s *dataSource) Uint64() uint64 {
	if len(s.data) == 0 {
		return s.rest.Uint64()
	}
	word := make([]byte, 8)
	s.data = s.data[copy(word, s.data):]
	return binary.BigEndian.Uint64(word)
}

func arbitraryFrom(data []byte) *arbitrary {
	return &arbitrary{rand.New(&dataSource{data, rand.NewPCG(1, uint64(len(data)))}), allModels()}
}

// file has one to three scenarios.
func (a *arbitrary) file() scenario.File {
	f := scenario.File{Title: a.text(), Note: a.text(), Source: a.text()}
	for i := range 1 + a.IntN(3) {
		s := a.scenario()
		s.Name += string(rune('0' + i))
		f.Scenarios = append(f.Scenarios, s)
	}
	return f
}

func (a *arbitrary) scenario() scenario.Scenario {
	const depth = 4
	s := scenario.Scenario{Name: a.text(), Note: a.text(), Growth: scenario.Constant(0)}
	for {
		a.fill(reflect.ValueOf(&s).Elem(), "Pledge", depth)
		a.fill(reflect.ValueOf(&s).Elem(), "Growth", depth)
		a.fill(reflect.ValueOf(&s).Elem(), "Response", depth)
		if s.Name = "s"; s.Growth != nil && s.Validate() == nil {
			return s
		}
	}
}

func (a *arbitrary) fill(s reflect.Value, name string, depth int) {
	a.value(s.FieldByName(name), name, depth)
}

// value puts anything into v, a field of this name.
func (a *arbitrary) value(v reflect.Value, name string, depth int) {
	switch v.Interface().(type) {
	case scenario.Series:
		v.Set(reflect.ValueOf(a.series()))
		return
	case time.Time:
		v.Set(reflect.ValueOf(time.Date(1950+a.IntN(100), time.Month(1+a.IntN(12)), 1+a.IntN(28), 0, 0, 0, 0, time.UTC)))
		return
	}
	switch v.Kind() {
	case reflect.Interface:
		a.part(v, depth)
	case reflect.Struct:
		for i := range v.NumField() {
			a.value(v.Field(i), v.Type().Field(i).Name, depth)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), a.IntN(4), 4))
		for i := range v.Len() {
			a.value(v.Index(i), name, depth)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range a.IntN(3) {
			e := reflect.New(v.Type().Elem()).Elem()
			a.value(e, name, depth)
			v.SetMapIndex(reflect.ValueOf([]string{"DEU", "POL", "USA"}[a.IntN(3)]), e)
		}
	case reflect.String:
		v.SetString(a.text())
	case reflect.Float64:
		v.SetFloat(a.float(name))
	case reflect.Int:
		v.SetInt(int64(a.int(name)))
	case reflect.Uint8:
		v.SetUint(a.Uint64N(4))
	}
}

// part puts a model into v, or nothing. One that Validate refuses gives way to a simple
// one, so that large scenarios are not refused for a small part.
func (a *arbitrary) part(v reflect.Value, depth int) {
	v.SetZero()
	if a.IntN(8) == 0 {
		return
	}
	kinds := a.models[v.Type()]
	for range 10 {
		if depth == 0 {
			kinds = kinds[:1]
		}
		model := reflect.New(reflect.TypeOf(kinds[a.IntN(len(kinds))])).Elem()
		a.value(model, model.Type().Name(), depth-1)
		if a.sound(model.Interface()) {
			v.Set(model)
			return
		}
	}
}

func (a *arbitrary) sound(model any) bool {
	s := scenario.Scenario{Name: "s", Growth: scenario.Constant(0)}
	switch m := model.(type) {
	case scenario.Pledge:
		s.Pledge = m
		s.Response = scenario.Hold{}
	case scenario.GrowthPath:
		s.Growth = m
	case scenario.Response:
		s.Response = m
	}
	return s.Validate() == nil
}

// float is a number that is likely to be accepted, with all of its digits.
func (a *arbitrary) float(name string) float64 {
	ends := []float64{0, 0.05, 0.1, 0.25, 0.5, 1}
	v := a.Float64() * 0.05
	switch a.IntN(16) {
	case 0:
		return 0
	case 1:
		v = ends[a.IntN(len(ends))]
		return []float64{v, -v, math.Nextafter(v, 2), math.Nextafter(v, -2)}[a.IntN(4)]
	case 2:
		v = math.Ldexp(v, -a.IntN(1060))
	case 3:
		return -v
	}
	if name == "Tails" {
		return 2 + 998*a.Float64()
	}
	return v
}

func (a *arbitrary) int(name string) int {
	switch {
	case a.IntN(4) == 0:
		return 0
	case name == "From" || name == "By" || name == "First":
		return 2020 + a.IntN(30)
	}
	return a.IntN(60)
}

func (a *arbitrary) series() scenario.Series {
	var all []scenario.Observation
	for year := 2000 + a.IntN(50); a.IntN(5) > 0; year += 1 + a.IntN(8)/7 {
		o := scenario.Observation{Year: year, Value: a.float("")}
		if a.IntN(2) == 0 {
			o.Status, o.Edition = scenario.Status(a.IntN(3)), a.text()
		}
		all = append(all, o)
	}
	s, _ := scenario.SeriesOf(all...) // years ascend
	return s
}

func (a *arbitrary) text() string {
	const letters = "ab Ä€😀\"\\/<&>\n\t\x00\uFFFD\u2028"
	var text []rune
	for range a.IntN(4) {
		text = append(text, []rune(letters)[a.IntN(len([]rune(letters)))])
	}
	return string(text)
}
