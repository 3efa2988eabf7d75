#pragma once

#include <string>
#include <vector>

#include <pugixml.hpp>

#include "svg/clean.hpp"

namespace triptych::svg {

/// Puts groups of paths in the place of all text under `root`, set in the faces of the layout
/// (SVG 1.1 §10): chunks with their anchors, lists of places, lengths to fill, shifted and centred
/// baselines, lines under and through. What is written in no face is a finding.
void draw_text(pugi::xml_node root, const Setting& setting, std::vector<Finding>& findings);

}  // namespace triptych::svg
