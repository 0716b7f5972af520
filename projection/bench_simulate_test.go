package projection_test

import (
	"context"
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// reportPeak adds the largest memory that the process has had so far, where the
// system tells.
func reportPeak(b *testing.B) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return
	}
	if m := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindSubmatch(status); m != nil {
		if kB, err := strconv.ParseFloat(string(m[1]), 64); err == nil {
			b.ReportMetric(kB/1024, "peak-MiB")
		}
	}
}

// BenchmarkScaling shows how time and memory grow with draws, workers and members.
func BenchmarkScaling(b *testing.B) {
	bench := func(name string, members int, o projection.Options) {
		b.Run(name, func(b *testing.B) {
			if o.Draws > 1_000_000 && testing.Short() {
				b.Skip("takes a minute")
			}
			d, s := w1(b, members)
			o.To, o.Seed = 2050, 1
			b.ReportAllocs()
			for b.Loop() {
				if _, err := projection.Simulate(context.Background(), d, s, o); err != nil {
					b.Fatal(err)
				}
			}
			perYear := float64(b.Elapsed().Nanoseconds()) / float64(b.N) / float64(o.Draws) / float64(members) / 26
			b.ReportMetric(perYear, "ns/member-year")
			reportPeak(b)
		})
	}
	for _, workers := range []int{1, 2} {
		for draws := 1000; draws <= 10_000_000; draws *= 10 {
			bench(fmt.Sprintf("workers=%d/draws=%d", workers, draws), 32, projection.Options{Draws: draws, Workers: workers})
		}
	}
	for _, members := range []int{1, 10, 32, 100, 320} {
		bench(fmt.Sprintf("members=%d", members), members, projection.Options{Draws: 20_000})
	}
}

// BenchmarkError gives the error of the chance of having reached the target by 2035
// at equal time: the mean variance of a draw, over the members for which the chance
// is open, times the time of a draw, in units of the plain method's first run.
func BenchmarkError(b *testing.B) {
	const draws = 65_536
	for _, method := range []struct {
		name string
		o    projection.Options
	}{
		{"plain", projection.Options{}}, {"antithetic", projection.Options{Antithetic: true}},
		{"control", projection.Options{Control: 2035}}, {"both", projection.Options{Antithetic: true, Control: 2035}},
	} {
		b.Run(method.name, func(b *testing.B) {
			d, s := w1(b, 32)
			o := method.o
			o.To, o.Draws, o.Workers = 2035, draws, 1
			logs, n := 0.0, 0
			for b.Loop() {
				o.Seed++
				e, err := projection.Simulate(context.Background(), d, s, o)
				if err != nil {
					b.Fatal(err)
				}
				for _, code := range e.Codes() {
					if c, err := e.Chance(code, 2035); err != nil {
						b.Fatal(err)
					} else if p := c.Value * (1 - c.Value); p > 0.002 {
						logs += math.Log(c.StdErr * c.StdErr * draws / p)
						n++
					}
				}
			}
			variance := math.Exp(logs / float64(n)) // of a draw, against a plain one
			nsPerDraw := float64(b.Elapsed().Nanoseconds()) / float64(b.N) / draws
			b.ReportMetric(1/variance, "times-less-variance")
			b.ReportMetric(variance*nsPerDraw, "ns-a-plain-draw's-worth")
		})
	}
}

// BenchmarkResponses shows what the models cost, and what it costs to go through
// the interface draw by draw instead of row by row.
func BenchmarkResponses(b *testing.B) {
	d, s := w1(b, 32)
	s.Pledge = scenario.Target{Share: 3.5 * scenario.Percent, By: 2035}
	for _, r := range []struct {
		name     string
		response scenario.Response
	}{
		{"budget", scenario.Budget{RealGrowth: 0.03}},
		{"ramp", scenario.Ramp{}},
		{"shocked ramp", scenario.Shocked{Response: scenario.Ramp{}, SD: 0.05}},
		{"shocked partial capped ramp", scenario.Shocked{Response: scenario.Partial{Response: scenario.Capped{Response: scenario.Ramp{}, MaxGrowth: 0.1}, Fraction: 0.8}, SD: 0.05}},
		{"ramp of the caller's own", hiddenResponse{scenario.Ramp{}}},
	} {
		b.Run(r.name, func(b *testing.B) {
			s.Response = r.response
			for b.Loop() {
				if _, err := projection.Simulate(context.Background(), d, s, projection.Options{To: 2050, Draws: 10_240}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/10_240/32/26, "ns/member-year")
		})
	}
}
