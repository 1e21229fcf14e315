using Lexicon.Functions.Contract;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>Reports a term of a public glossary to the moderators; whether there is such a term is found out later.</summary>
/// <remarks>
/// API Gateway publishes it itself, so it is a row without a function: <see cref="Events.FileReport"/> takes it from there.
/// </remarks>
public sealed record ReportTerm : Route
{
    internal ReportTerm(string path)
        : base(nameof(ReportTerm), "POST", path, Audience.Anyone)
    {
        Request = typeof(ReportRequest);
        Response = typeof(ReportReceipt);
        Status = 202;
    }

    /// <inheritdoc/>
    public override bool HasFunction => false;

    internal override Http.IOperation CreateHandler(Stores stores) =>
        throw new NotSupportedException("API Gateway takes reports itself.");
}
