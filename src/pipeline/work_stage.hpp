#pragma once

#include <string_view>

#include <triptych/build.hpp>

#include "base/cancel.hpp"

namespace triptych::pipeline {

/// Reports to `Request::progress` that a stage of the work begins when this is made and ends when
/// it is destroyed. None begins when a stop is requested.
class WorkStage {
public:
    WorkStage(const Request& request, std::string_view name) : request_(request), name_(name) {
        if (request.stop.stop_requested()) throw Cancelled();
        tell(Step::begins);
    }
    ~WorkStage() { tell(Step::ends); }
    WorkStage(const WorkStage&) = delete;
    WorkStage& operator=(const WorkStage&) = delete;

private:
    void tell(Step step) const {
        if (request_.progress) request_.progress(name_, step);
    }

    const Request& request_;
    std::string_view name_;
};

}  // namespace triptych::pipeline
