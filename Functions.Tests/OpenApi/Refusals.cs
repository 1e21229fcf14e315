using Lexicon.Functions.Contract;

namespace Lexicon.Functions.Tests.OpenApi;

/// <summary>The statuses that an operation refuses with, as they follow from its route.</summary>
internal static class Refusals
{
    public static IEnumerable<int> Of(Route route) => All(route).Distinct().Order();

    private static IEnumerable<int> All(Route route)
    {
        var hasId = route.Path.Contains('{', StringComparison.Ordinal);
        if (route.Request is not null || route.Query is not [] || route.Headers.Any(name => name != "If-None-Match"))
        {
            yield return 400;
        }

        if (route.Access is Audience.SignedIn)
        {
            yield return 401;
        }

        if (route.Access is Audience.Moderator)
        {
            yield return 403;
        }

        if (route.Request == typeof(DecisionRequest))
        {
            yield return 409;
        }

        // What API Gateway publishes it cannot look for.
        if ((hasId && route.HasFunction) || route.Query.Contains("glossaryId") || route.Request == typeof(ReviewRequest))
        {
            yield return 404;
        }

        if (route.Request == typeof(TermRequest) && route.Status is 201)
        {
            yield return 409;
        }

        if (route.Headers.Contains("If-Match"))
        {
            yield return 412;
            yield return 428;
        }

        if (route.Request is not null)
        {
            yield return 413;
            yield return 415;
        }

        if (route.Headers.Contains("Idempotency-Key"))
        {
            yield return 422;
        }

        // API Gateway throttles any of them.
        yield return 429;
        yield return 500;
        yield return 503;
    }
}
