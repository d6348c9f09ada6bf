package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.admission.Admission;
import dev.socialhub.gateway.answer.ProblemAnswers;
import dev.socialhub.gateway.telemetry.Telemetry;
import jakarta.inject.Singleton;

/** The objects that all client connections share. */
@Singleton
record Gateway(
        GatewaySettings settings,
        Admission admission,
        RequestDispatch dispatch,
        ProblemAnswers problems,
        Telemetry telemetry) {}
