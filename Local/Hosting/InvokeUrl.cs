using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Hosting;

/// <summary>
/// Where clients of the API begin, stage included, as API Gateway's invoke URL has it
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html): without a stage it answers 403.
/// </summary>
internal static class InvokeUrl
{
    /// <summary>The invoke URL of the first stage; the bare address while there is none.</summary>
    public static string Of(Endpoints endpoints, IEnumerable<ResourceNode> nodes)
    {
        var address = endpoints.Api.AbsoluteUri.TrimEnd('/');
        return FirstStage(nodes, "AWS::ApiGateway::Stage") is { } stage ? $"{address}/{stage}" : address;
    }

    /// <summary>The address of the first stage of a WebSocket API; null while there is none.</summary>
    public static string? OfWebSockets(Endpoints endpoints, IEnumerable<ResourceNode> nodes) =>
        FirstStage(nodes, "AWS::ApiGatewayV2::Stage") is { } stage ? $"ws://localhost:{endpoints.Api.Port}/{stage}" : null;

    private static string? FirstStage(IEnumerable<ResourceNode> nodes, string type) =>
        nodes.FirstOrDefault(node => node.Type.Name == type)?.Provisioned?.Ref;
}
