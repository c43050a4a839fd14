# One image for each service: build the jars first (./verify -DskipTests), then
#   docker build --build-arg SERVICE=storage-service -t sagrada-storage .
FROM eclipse-temurin:25-jre AS unpacked
ARG SERVICE
WORKDIR /build
COPY ${SERVICE}/target/*-exec.jar application.jar
RUN java -Djarmode=tools -jar application.jar extract --destination application

FROM eclipse-temurin:25-jre
COPY --from=unpacked /build/application /opt/sagrada
USER 10001:10001
WORKDIR /tmp
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "--enable-native-access=ALL-UNNAMED", "-jar", "/opt/sagrada/application.jar"]
