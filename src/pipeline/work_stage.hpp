#pragma once

#include <string_view>

#include <triptych/build.hpp>

namespace triptych::pipeline {

/// Reports to `Request::progress` that a stage of the work begins when this is made and ends when
/// it is destroyed.
class WorkStage {
public:
    WorkStage(const Request& request, std::string_view name) : request_(request), name_(name) {
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
