#pragma once

#include <triptych/findings.hpp>

#include "gitbook/syntax/yaml.hpp"

namespace triptych::gitbook {

/// What `findings:` of `triptych.yaml` makes of kinds of findings: a mapping of their names to
/// `off`, `note`, `warning` or `error`. What can't be meant is reported; errors stay errors.
Judgement read_judgement(const YAML::Node& findings, const YamlSource& source,
                         Diagnostics& diagnostics);

}  // namespace triptych::gitbook
