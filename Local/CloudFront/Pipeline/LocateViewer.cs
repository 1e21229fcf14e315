using Lexicon.Local.CloudFront.Locations;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Finds out where the viewer stands: where its header <c>X-Lexicon-Place</c> says, else where the console says. On AWS it is the
/// network that knows; here everybody is on one machine. Nothing else sees the header.
/// </summary>
internal sealed class LocateViewer(VisitorPlace visitors) : IEdgeStep
{
    /// <summary>The code of a place, such as <c>FRA</c>.</summary>
    public const string Header = "X-Lexicon-Place";

    public ValueTask RunAsync(EdgeExchange exchange)
    {
        var place = visitors.Chosen;
        if (exchange.Request.Headers.Remove(Header, out var asked))
        {
            exchange.IsExplained = true;
            place = Places.Find(asked.ToString());
            if (place is null)
            {
                var known = string.Join(", ", Places.All.Select(one => one.Code));
                exchange.Refuse(400, $"The header {Header} is not valid; it must be one of {known}.");
            }
        }

        if (place is not null)
        {
            exchange.Request = exchange.Request with { Place = place };
        }

        return ValueTask.CompletedTask;
    }
}
