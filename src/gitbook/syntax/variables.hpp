#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <utility>

namespace triptych::gitbook {

/// Values by full name: `book.version`, `space.vars.team`, `page.vars.x`. What many pages share is
/// kept once, in `outer`, which must outlive the object.
class Variables {
public:
    using Map = std::map<std::string, std::string>;

    Variables() = default;
    Variables(Map own) : own_(std::move(own)) {}
    Variables(std::initializer_list<Map::value_type> own) : own_(own) {}
    explicit Variables(const Variables* outer) : outer_(outer) {}

    /// Null when there is none.
    const std::string* find(const std::string& name) const {
        const auto found = own_.find(name);
        if (found != own_.end()) return &found->second;
        return outer_ == nullptr ? nullptr : outer_->find(name);
    }
    void set(const std::string& name, std::string value) { own_[name] = std::move(value); }
    /// Unless it has a value already.
    void add(const std::string& name, const std::string& value) {
        if (find(name) == nullptr) own_.emplace(name, value);
    }

private:
    Map own_;
    const Variables* outer_ = nullptr;
};

}  // namespace triptych::gitbook
