namespace Lexicon.Infra.Tests.Exact;

/// <summary>What the stack <c>Api</c> says of its logs and around its resources, all of it.</summary>
public sealed class ApiStackTests
{
    [Fact]
    public void LogGroups_AreExactlyThese() => Exactly.This("Api", "AWS::Logs::LogGroup", """
        DeletionPolicy = Delete  ×18
        LogGroupName = /aws/apigateway/Lexicon-{stage}/access  ×1
        LogGroupName = /aws/lambda/Lexicon-{stage}-Api-{operation}  ×16
        LogGroupName = API-Gateway-Execution-Logs_${./Api}/dev  dev ×1
        LogGroupName = API-Gateway-Execution-Logs_${./Api}/prod  prod ×1 full ×1
        RetentionInDays = 180  prod ×18 full ×18
        RetentionInDays = 7  dev ×18
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: dev}]  dev ×18
        Tags = [{Key: application, Value: lexicon}, {Key: stage, Value: prod}]  prod ×18 full ×18
        UpdateReplacePolicy = Delete  ×18
        """);

    [Fact]
    public void Template_SaysThisAroundItsResources() => Exactly.Around("Api", """
        Outputs.ApiId.Description = The REST API, the origin of /api/*  ×1
        Outputs.ApiId.Export.Name = Lexicon-{stage}-Api-ApiId  ×1
        Outputs.ApiId.Value = ${/Glossary/Api}  ×1
        Outputs.ApiKeyId.Description = The API key; its value: aws apigateway get-api-key --include-value  full ×1
        Outputs.ApiKeyId.Value = ${/Keys/Key}  full ×1
        Outputs.ApiUrl.Description = The API without the site in front  ×1
        Outputs.ApiUrl.Value = https://${/Glossary/Api}.execute-api.us-east-1.${AWS::URLSuffix}/${/Glossary/Api/DeploymentStage.dev}/  dev ×1
        Outputs.ApiUrl.Value = https://${/Glossary/Api}.execute-api.us-east-1.${AWS::URLSuffix}/${/Glossary/Api/DeploymentStage.prod}/  prod ×1 full ×1
        """);
}
