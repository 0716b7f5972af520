package main

import (
	"context"

	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// money are the charts of what a pledge costs, against what, and of what is missing.
func money(context.Context) ([]scene, error) {
	now, err := editionOf("2026-07")
	if err != nil {
		return nil, err
	}
	kept := now.kept("3.5% by 2035", nato.Hague2025().Pledge)
	rs, err := now.projected(2035, kept)
	if err != nil {
		return nil, err
	}
	share, err := projection.Cost(rs[0], projection.FrozenShare())
	if err != nil {
		return nil, err
	}
	frozen, err := projection.Cost(rs[0], projection.FrozenMoney())
	if err != nil {
		return nil, err
	}
	return []scene{
		{"costs", func() (*plotting.Figure, error) { return plotting.Costs([]string{"GBR"}, share, frozen) }},
		{"gap", func() (*plotting.Figure, error) { return plotting.Gap(rs[0], "DEU") }},
	}, nil
}
