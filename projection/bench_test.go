package projection_test

import (
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// BenchmarkRun projects the whole alliance from 2026 to 2040.
func BenchmarkRun(b *testing.B) {
	growth, err := imf.Real("2026-04")
	if err != nil {
		b.Fatal(err)
	}
	d := nato.Latest()
	for name, response := range map[string]scenario.Response{"ramp": scenario.Ramp{}, "trend": nil} {
		s := scenario.Scenario{Name: name, Pledge: nato.Hague2025().Pledge, Growth: growth, Response: response}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := projection.Run(d, s, projection.Options{Base: 2026}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkYears makes the main table of a result, "never" included.
func BenchmarkYears(b *testing.B) {
	r, err := projection.Run(nato.Latest(), scenario.Scenario{
		Name: "3.5%", Pledge: scenario.Target{Share: 0.035}, Growth: scenario.Constant(0.015), Response: scenario.Hold{},
	}, projection.Options{Base: 2026})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for range r.Years().Rows() {
		}
	}
}
