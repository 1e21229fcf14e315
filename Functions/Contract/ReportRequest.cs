using System.ComponentModel.DataAnnotations;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Contract;

/// <summary>Why a reader reports a term. Members that are not listed here are ignored.</summary>
/// <param name="Reason">What is wrong with it: wrong, offensive, spam, copyright or other.</param>
/// <param name="Remark">What a moderator should know besides.</param>
public sealed record ReportRequest(
    [property: Required, AllowedValues(
        ReportReasons.Wrong, ReportReasons.Offensive, ReportReasons.Spam, ReportReasons.Copyright, ReportReasons.Other)]
    string? Reason,
    [property: StringLength(Limits.Remark)] string? Remark = null);
