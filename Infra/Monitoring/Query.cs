namespace Lexicon.Infra.Monitoring;

/// <summary>A question to the logs.</summary>
/// <param name="Id">The id of its construct.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Text">The query.</param>
internal sealed record Query(string Id, string Name, string Text)
{
    /// <summary>Whether it is asked of the API's access log, not of the functions' logs.</summary>
    public bool AsksTheApi { get; init; }

    /// <summary>All of them, the one to begin with first.</summary>
    public static IReadOnlyList<Query> All { get; } =
    [
        new(
            "ErrorsByOperation",
            "Errors by operation",
            """
            filter level in ["ERROR", "WARN"] or @message like /Task timed out|Runtime exited|Runtime\.[A-Z]/
            | stats count(*) as requests, latest(requestId) as lastRequest by Operation, problem, errorType, @log
            | sort requests desc
            """),
        new(
            "SlowRequests",
            "Slow requests",
            """
            filter ispresent(Latency)
            | fields @timestamp, Operation, Latency, coldStart, status, retries, readUnits, writeUnits, requestId, traceId
            | sort Latency desc
            | limit 50
            """),
        new(
            "ColdStarts",
            "Cold starts",
            """
            filter @type = "REPORT"
            | stats count(*) as requests, count(@initDuration) as coldStarts, pct(@initDuration, 50) as init,
                pct(@initDuration, 99) as initP99, pct(@billedDuration, 99) as billedP99, max(@maxMemoryUsed / 1000 / 1000) as megabytes
              by @log
            | sort coldStarts desc
            """),
        new(
            "OneRequest",
            "One request",
            """
            fields @timestamp, @log, @message
            | filter @message like "paste the request id here"
            | sort @timestamp asc
            """),
        new(
            "RefusedRequests",
            "Refused and failed requests",
            """
            filter status >= 400
            | stats count(*) as requests, latest(requestId) as lastRequest by status, httpMethod, resourcePath, errorType, errorMessage
            | sort requests desc
            """)
        {
            AsksTheApi = true,
        },
        new(
            "SlowestRoutes",
            "Slowest routes",
            """
            filter ispresent(responseLatency)
            | stats count(*) as requests, pct(responseLatency, 50) as p50, pct(responseLatency, 99) as p99,
                pct(integrationLatency, 99) as integrationP99
              by httpMethod, resourcePath
            | sort p99 desc
            """)
        {
            AsksTheApi = true,
        },
    ];
}
