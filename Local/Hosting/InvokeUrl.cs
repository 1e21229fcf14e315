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
        var stage = nodes.FirstOrDefault(node => node.Type.Name == "AWS::ApiGateway::Stage")?.Provisioned?.Ref;
        return stage is null ? address : $"{address}/{stage}";
    }
}
