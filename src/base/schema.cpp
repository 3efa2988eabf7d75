#include "base/schema.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>

namespace triptych::schema {
namespace {

constexpr unsigned any = std::numeric_limits<unsigned>::max();
constexpr std::string_view other_prefix = "other:";

void list(const Particle& particle, std::vector<Particle>& children) {
    if (particle.kind == Particle::Kind::element) children.push_back(particle);
    for (const auto& inner : particle.inner) list(inner, children);
}

pugi::xml_node element_from(pugi::xml_node node) {
    while (node && node.type() != pugi::node_element) node = node.next_sibling();
    return node;
}

/// Follows the content of a type along the children of an element. What begins a particle tells
/// which it is: no schema of the standard asks to look further.
class Matcher {
public:
    explicit Matcher(const pugi::xml_node& element) : next_(element_from(element.first_child())) {}

    std::optional<Misfit> match(const Particle& content) {
        repeat(content);
        if (!misfit_ && next_) misfit_ = Misfit{next_, {}};
        return misfit_;
    }

private:
    static bool may_be_empty(const Particle& particle) {
        if (particle.least == 0) return true;
        const auto empty = [](const Particle& inner) { return may_be_empty(inner); };
        const auto& inner = particle.inner;
        switch (particle.kind) {
            case Particle::Kind::element:
            case Particle::Kind::other:
                return false;
            case Particle::Kind::sequence:
            case Particle::Kind::all:
                return std::all_of(inner.begin(), inner.end(), empty);
            case Particle::Kind::choice:
                return std::any_of(inner.begin(), inner.end(), empty);
        }
        return false;
    }
    bool begins(const Particle& particle) const {
        if (particle.kind == Particle::Kind::element)
            return next_ && particle.name == std::string_view(next_.name());
        if (particle.kind == Particle::Kind::other)
            return next_ && std::string_view(next_.name()).starts_with(other_prefix);
        for (const auto& inner : particle.inner) {
            if (begins(inner)) return true;
            if (particle.kind == Particle::Kind::sequence && !may_be_empty(inner)) return false;
        }
        return false;
    }
    /// The first element of what can't be missing.
    static std::string_view first_of(const Particle& particle) {
        if (particle.inner.empty()) return particle.name;
        for (const auto& inner : particle.inner)
            if (!may_be_empty(inner)) return first_of(inner);
        return first_of(particle.inner.front());
    }
    void repeat(const Particle& particle) {
        unsigned count = 0;
        for (; !misfit_ && count < particle.most && begins(particle); ++count) once(particle);
        if (!misfit_ && count < particle.least && !may_be_empty(particle))
            misfit_ = Misfit{next_, first_of(particle)};
    }
    void once(const Particle& particle) {
        switch (particle.kind) {
            case Particle::Kind::element:
            case Particle::Kind::other:
                next_ = element_from(next_.next_sibling());
                return;
            case Particle::Kind::sequence:
                for (const auto& inner : particle.inner)
                    if (!misfit_) repeat(inner);
                return;
            case Particle::Kind::choice:
                for (const auto& inner : particle.inner)
                    if (begins(inner)) return repeat(inner);
                return;
            case Particle::Kind::all:
                return in_any_order(particle);
        }
    }
    /// Each of them at most as often as it may follow itself.
    void in_any_order(const Particle& particle) {
        std::vector<const Particle*> waiting;
        for (const auto& inner : particle.inner) waiting.push_back(&inner);
        const auto next = [&] {
            return std::find_if(waiting.begin(), waiting.end(),
                                [&](const Particle* inner) { return begins(*inner); });
        };
        for (auto found = next(); found != waiting.end(); found = next()) {
            repeat(**found);
            waiting.erase(found);
        }
        for (const auto* inner : waiting)
            if (!misfit_) repeat(*inner);
    }

    pugi::xml_node next_;
    std::optional<Misfit> misfit_;
};

}  // namespace

/// Reads the notation of contents.
class Reader {
public:
    Reader(const Schema& schema, std::string_view written) : schema_(schema), rest_(written) {}

    Particle content() {
        Particle whole{Particle::Kind::sequence, 1, 1, {}, nullptr, nullptr, {}};
        for (skip(); !rest_.empty() && rest_.front() != ')'; skip()) {
            whole.inner.push_back(one());
            skip();
            if (take('|')) whole.kind = Particle::Kind::choice;
            if (take('&')) whole.kind = Particle::Kind::all;
            take(',');
        }
        return whole;
    }

private:
    void skip() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }
    bool take(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }
    std::string_view word() {
        const auto end = std::min(rest_.find_first_of(" ,|&?*+{}()="), rest_.size());
        const auto found = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return found;
    }
    Particle one() {
        Particle made;
        if (take('(')) {
            made = content();
            take(')');
        } else if (take('%')) {
            made = Reader(schema_, schema_.groups_.at(word())).content();
        } else if (rest_.starts_with("...")) {
            rest_.remove_prefix(3);
            made.kind = Particle::Kind::other;
        } else {
            made.name = word();
            take('=');
            if (take('@'))
                made.value = &schema_.values_.at(word());
            else
                made.type = &schema_.types_.at(word());
        }
        if (take('?'))
            made.least = 0;
        else if (take('{'))
            bounds(made);
        else if (rest_.starts_with('*') || rest_.starts_with('+'))
            repeat(made);
        return made;
    }
    void repeat(Particle& made) {
        if (take('*')) made.least = 0;
        take('+');
        made.most = any;
    }
    void bounds(Particle& made) {
        made.least = number(word());
        take(',');
        const auto most = word();
        made.most = most.empty() ? any : number(most);
        take('}');
    }
    static unsigned number(std::string_view digits) {
        unsigned value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }

    const Schema& schema_;
    std::string_view rest_;
};

Schema::Schema(const Tables& tables)
    : roots_(tables.roots.begin(), tables.roots.end()),
      groups_(tables.groups.begin(), tables.groups.end()) {
    for (const auto& [name, kinds] : tables.values) values_.emplace(name, Value(kinds));
    for (const auto& name : tables.open) types_[name].open = true;
    for (const auto& row : tables.types) types_[row.name];
    for (const auto& row : tables.types) fill(types_[row.name], row);
}

void Schema::fill(Type& type, const Row& row) {
    for (auto rest = row.attributes; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        auto name = rest.substr(0, rest.find('='));
        const auto value = rest.substr(name.size() + 1, end - name.size() - 1);
        const bool required = name.ends_with('!');
        if (required) name.remove_suffix(1);
        type.attributes.push_back({name, &values_.at(value), required});
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (row.content.starts_with('#'))
        type.text = &values_.at(row.content.substr(1));
    else
        type.content = Reader(*this, row.content).content();
    list(type.content, type.children);
}

const Type* Schema::type_of_root(std::string_view name) const {
    const auto found = roots_.find(name);
    return found == roots_.end() ? nullptr : &types_.at(found->second);
}

const Particle* Type::child(std::string_view name) const {
    const auto found = std::find_if(children.begin(), children.end(),
                                    [&](const Particle& each) { return each.name == name; });
    return found == children.end() ? nullptr : &*found;
}

const Attribute* Type::attribute(std::string_view name) const {
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const Attribute& each) { return each.name == name; });
    return found == attributes.end() ? nullptr : &*found;
}

std::optional<Misfit> first_misfit(const Type& type, const pugi::xml_node& element) {
    return Matcher(element).match(type.content);
}

}  // namespace triptych::schema
