// A raw remark as its row holds it.
#pragma once

#include <string>

#include "problem/field_work.h"
#include "store/database.h"

namespace anmin::store {

// Of the table `remark`, named r.
inline const std::string remark_columns =
    "r.id, r.kind, r.words, r.said_by, r.place, r.mission, r.number, r.on_day, r.problem, "
    "r.told_on, r.told_by, r.told_way, r.told_answer";

Result<problem::TakenRemark> remark_of(const Row& row);

}  // namespace anmin::store
