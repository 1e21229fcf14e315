using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.Traces;
using Lexicon.Local.WebConsole.Api;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>Spans and log lines of this run, asked in SQL.</summary>
internal sealed class QueryView : IView
{
    private const int LinesOfAGroup = 2_000;

    private readonly ITraces _traces;
    private readonly ILogs _logs;
    private IReadOnlyList<string> _groups = [];

    /// <summary>The view of these traces and logs.</summary>
    public QueryView(ITraces traces, ILogs logs)
    {
        _traces = traces;
        _logs = logs;
        Routes =
        [
            ConsoleRoute.Post(
                "/query",
                "Runs a SELECT of SQLite over spans (trace, id, parent, name, kind, start, duration, error, tags, events), "
                    + "contents (trace, span, request, response) and logs (log_group, stream, time, message); times are microseconds "
                    + "since 1970; tags, events, request and response are JSON.",
                async call => Run((await call.BodyAsync())["sql"]?.ToString() ?? "")) with
            {
                Body = new Dictionary<string, string>
                {
                    ["sql"] = "The query. It reads alone, for at most five seconds, at most 1,000 rows.",
                },
            },
        ];
    }

    public string Name => "Query";

    public IReadOnlyList<ConsoleRoute> Routes { get; }

    public void Show(ResourceGraph graph) => _groups = LogView.GroupsOf(graph);

    private JsonObject Run(string sql)
    {
        try
        {
            return _traces.Query(sql, _groups.SelectMany(group => _logs.Tail(group, LinesOfAGroup)
                .Select(line => new LoggedLine(group, line.Stream, line.Time, line.Message))));
        }
        catch (QueryException refusal)
        {
            throw ConsoleException.Invalid(refusal.Message);
        }
    }
}
