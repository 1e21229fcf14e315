using Lexicon.Local.Assembly;
using Lexicon.Local.Aws;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Operations.Api;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Operations;

/// <summary>CloudWatch Logs: groups, streams and events as files below the data folder, one line of JSON an event.</summary>
internal sealed class LogsService : IService, IAwsService, ILogs
{
    private readonly LogGroups groups;
    private readonly LogWriter writer;
    private readonly LogsApi api;

    public LogsService(Settings settings, IIdentities identities, TimeProvider time, LogsService? before = null)
    {
        groups = before?.groups ?? new LogGroups(Path.Combine(settings.Data, "logs"), time);
        writer = before?.writer ?? new LogWriter(groups, time);
        api = new LogsApi(groups, identities);
    }

    /// <inheritdoc/>
    public string Name => "CloudWatch Logs";

    /// <inheritdoc/>
    public string SigningName => "logs";

    /// <inheritdoc/>
    public IEnumerable<IResourceType> ResourceTypes => [new LogGroupType(groups)];

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellation)
    {
        groups.RemoveExpired();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task HandleAsync(HttpContext context, Caller caller) => api.HandleAsync(context, caller);

    /// <inheritdoc/>
    public void Write(string group, string stream, string message) => writer.Write(group, stream, message);

    /// <inheritdoc/>
    public string FileOf(string group, string stream) => groups.Group(group).FileOf(stream);

    /// <inheritdoc/>
    public IReadOnlyList<LogEvent> Tail(string group, int count) => groups.Group(group).Tail(count);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => writer.DisposeAsync();
}
