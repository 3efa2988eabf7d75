#pragma once

#include "gitbook/convert/flow.hpp"

/// API operations written out in the page: `api-method` of exports before 2022, and `swagger` with
/// its parameters and responses, which followed it.
namespace triptych::gitbook {

/// An operation with its call, or a reference to the description of one.
void convert_operation(Converter& converter, const Node& operation, Flow& out);
void convert_operation_summary(Converter& converter, const Node& summary, Flow& out);
/// A group of `api-method-parameter`.
void convert_parameters(Converter& converter, const Node& group, Flow& out);
void convert_parameter(Converter& converter, const Node& parameter, Flow& out);
void convert_response(Converter& converter, const Node& response, Flow& out);

}  // namespace triptych::gitbook
