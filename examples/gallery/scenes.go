package main

import (
	"context"

	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// A scene is a chart of the gallery. GALLERY.md shows the call in its function.
type scene struct {
	name  string // of the file, without extension
	chart func() (*plotting.Figure, error)
}

// scenes runs everything that is shown, and gives the charts in the order of the
// gallery.
func scenes(ctx context.Context) ([]scene, error) {
	var all []scene
	for _, part := range []func(context.Context) ([]scene, error){march2023, hague, money, assumptions, hindsight, seen2018} {
		some, err := part(ctx)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// An edition is the state of a day: NATO's figures and the growth that the IMF
// expected then.
type edition struct {
	figures *scenario.Dataset
	growth  scenario.GrowthPath
}

func editionOf(name string) (e edition, err error) {
	if e.figures, err = nato.Edition(name); err != nil {
		return e, err
	}
	vintage, err := imf.NotLaterThan(e.figures.Edition)
	if err != nil {
		return e, err
	}
	e.growth, err = imf.Real(vintage)
	return e, err
}

// projected runs scenarios from the last year of an edition.
func (e edition) projected(to int, ss ...scenario.Scenario) (rs []*projection.Result, err error) {
	for _, s := range ss {
		r, err := projection.Run(e.figures, s, projection.Options{Base: e.figures.Last(), To: to})
		if err != nil {
			return nil, err
		}
		rs = append(rs, r)
	}
	return rs, nil
}

// atThisPace lets spending go on as it has.
func (e edition) atThisPace(share float64) scenario.Scenario {
	return scenario.Scenario{
		Name: scenario.FormatShare(share) + " at this pace", Pledge: scenario.Target{Share: share}, Growth: e.growth,
		Response: scenario.UpTo{Response: scenario.Trend{}},
	}
}

// kept has everyone keep a pledge.
func (e edition) kept(name string, pledge scenario.Pledge) scenario.Scenario {
	return scenario.Scenario{Name: name, Pledge: pledge, Growth: e.growth, Response: scenario.Ramp{}}
}
