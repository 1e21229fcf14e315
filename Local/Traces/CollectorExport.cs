using Lexicon.Local.Hosting;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Lexicon.Local.Traces;

/// <summary>
/// Sends every span to a collector, where the environment names one, by OpenTelemetry's own SDK, which reads its variables
/// (https://opentelemetry.io/docs/specs/otel/protocol/exporter/).
/// </summary>
internal static class CollectorExport
{
    /// <summary>Begins to send; null where no collector is named. Disposed, it sends what waits.</summary>
    public static IDisposable? Begin() =>
        Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 }
            ? Sdk.CreateTracerProviderBuilder()
                .ConfigureResource(resource => resource.AddService("lexicon-local").AddEnvironmentVariableDetector())
                .SetSampler(new AlwaysOnSampler())
                .AddSource(Spans.SourceName)
                .AddOtlpExporter()
                .Build()
            : null;
}
